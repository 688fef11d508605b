"""The flow before and after: counted, checked, laid out, whatever its lines do."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesign.model import ProcessStep, StepKind
from servicedesign.tools.proposal_process import Oddity, check, count, lay_out


def step(name: str, *ahead: str, kind: StepKind = StepKind.TASK, **more: object) -> ProcessStep:
    return ProcessStep(id=name, proposal_id="p", title=name, kind=kind, next_ids=ahead, **more)  # type: ignore[arg-type]


START = step("s", "a", kind=StepKind.START)
END = step("e", kind=StepKind.END)


def oddities(*steps: ProcessStep) -> set[Oddity]:
    return {one.what for one in check(steps)}


def test_a_plain_flow_has_nothing_odd_and_is_counted():
    a = step("a", "e", minutes=Decimal(35), form_fields=62, lane="課")
    assert oddities(START, a, END) == set()
    counts = count([START, a, END])
    assert (counts.tasks, counts.minutes, counts.fields, counts.lanes) == (1, 35, 62, 1)
    assert count([START]).minutes is None


def test_what_is_odd_is_told():
    assert oddities(step("a", "b"), step("b")) == {
        Oddity.NO_START,
        Oddity.NO_END,
        Oddity.DEAD_END,
    }
    assert oddities(START, step("a", "e"), END, step("x", "e")) == {Oddity.UNREACHABLE}
    assert oddities(START, step("a", "e", "gone"), END) == {Oddity.GONE}
    gate = step("a", "e", kind=StepKind.EXCLUSIVE)
    assert oddities(START, gate, END) == {Oddity.ONE_WAY}


def test_a_circle_is_legal_but_told():
    gate = step("a", "b", "e", kind=StepKind.EXCLUSIVE)
    assert oddities(START, gate, step("b", "a"), END) == {Oddity.CIRCLE}
    layout = lay_out([START, gate, step("b", "a"), END])
    assert [edge for edge in layout.edges if edge.back] == [
        edge for edge in layout.edges if (edge.source, edge.target) == ("b", "a")
    ]


names = [f"n{number}" for number in range(60)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(StepKind)),
            st.lists(st.sampled_from([*names, "gone"]), max_size=4),
            st.sampled_from(["課", "住民", ""]),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_any_flow_of_sixty_steps_has_a_place_for_every_step(made):
    steps = [
        step(name, *ahead, kind=kind, lane=lane)
        for name, (kind, ahead, lane) in zip(names, made, strict=False)
    ]
    check(steps)
    layout = lay_out(steps)
    places = {(shape.column, shape.row) for shape in layout.shapes}
    assert len(places) == len(steps)
    at = {shape.step.id: shape for shape in layout.shapes}
    assert all(
        at[edge.target].column > at[edge.source].column for edge in layout.edges if not edge.back
    )
