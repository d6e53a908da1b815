"""Fine-grained parts of speech that the pipelines give (`Token.tag_`), as far as a rule asks for them.

German: STTS (Schiller, Teufel, Stöckert and Thielen 1999, Guidelines für das Tagging deutscher Textcorpora mit STTS);
English: Penn Treebank. Where Universal Dependencies tells as much, the rules ask its parts of speech and features.
"""

from __future__ import annotations

ARTICLE = "ART"
"""Also where the tagger takes a relative pronoun or "das" for one: "*Das* berichteten Medien"."""
PERSONAL, REFLEXIVE = "PPER", "PRF"
RELATIVE = frozenset(("PRELS", "PRELAT", "WDT", "WP"))
ASKING = frozenset(("PWAV", "PWS", "PWAT"))
"""What begins an indirect question: "*wie*", "*wer*", "*welche*"."""
WHERE = "PWAV"
CORRELATE = "PROAV"
"""What points to a clause: "geht *davon* aus, dass"; first in its sentence it points back."""
COMPARES = "KOKOM"
"""As "als" before what something is called."""
FINITE, PARTICIPLE = "VVFIN", "VVPP"
TO, TO_INFINITIVE = "PTKZU", "VVIZU"
""""zu", and an infinitive that has it within: "zurückzukehren"."""
