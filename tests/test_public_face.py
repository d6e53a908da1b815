"""What `import kg` gives."""

from __future__ import annotations

import types
from importlib import resources

import kg


def test_all_is_what_is_there_sorted() -> None:
    modules = {name for name, value in vars(kg).items() if isinstance(value, types.ModuleType)}
    there = {name for name in vars(kg) if not name.startswith("_")} - modules - {"annotations"}
    assert sorted(there) == sorted(set(kg.__all__) - modules)
    assert sorted(kg.__all__) == kg.__all__
    assert all(hasattr(kg, name) for name in kg.__all__)


def test_functions_are_no_modules() -> None:
    """`from kg.build import build` in `kg` must hide the module of the same name."""
    assert not [name for name in kg.__all__ if isinstance(getattr(kg, name), types.ModuleType)]


def test_everything_says_what_it_is() -> None:
    assert not [name for name in kg.__all__ if not getattr(kg, name).__doc__]


def test_the_package_is_typed() -> None:
    assert resources.files("kg").joinpath("py.typed").is_file()
