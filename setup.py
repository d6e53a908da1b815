"""The top-level folder `ontology` is installed as `kg._ontology`; everything else stands in pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["kg", "kg.*"]), "kg._ontology"],
    package_dir={"kg._ontology": "ontology"},
)
