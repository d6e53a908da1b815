"""Records are made as `dataclasses` makes them, only faster."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from kg import quick


@quick.quick
@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 2
    names: tuple[str, ...] = ()


def test_fields_and_defaults() -> None:
    assert (1, 2, ()) == (Point(1).x, Point(1).y, Point(1).names)
    assert Point(1, 3, ("a",)) == Point(names=("a",), x=1, y=3)
    assert hash(Point(1)) == hash(Point(x=1))
    assert "Point(x=1, y=2, names=())" == repr(Point(1))


def test_a_record_is_of_its_own_class_and_frozen() -> None:
    made = Point(1)
    assert type(made) is Point
    with pytest.raises(FrozenInstanceError):
        made.x = 3  # type: ignore[misc]
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]


def test_copies() -> None:
    made = Point(1, 3, ("a",))
    assert made == copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made))


@pytest.mark.parametrize("changes", [{}, {"x": 5}, {"y": 7, "names": ("b",)}])
def test_changed(changes: dict[str, int]) -> None:
    made = Point(1, 3, ("a",))
    assert replace(made, **changes) == quick.replace(made, **changes)  # type: ignore[arg-type]
    assert Point(1, 3, ("a",)) == made
