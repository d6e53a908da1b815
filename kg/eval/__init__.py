"""How good the extraction is: public benchmarks and gold of our own, each with the scorer of its paper.

A benchmark is a module with a function `run(data) -> Report`: it reads its documents from a folder or an archive (a
`.tar.gz` as its repository has it), extracts, and scores. `kg eval` prints the report and writes its errors.
"""
