"""The ledger never lies."""

from tests.ledger_report import summary
from tests.requirements import REQUIREMENTS, proofs


def test_every_demand_is_proven_or_says_why_not():
    proven = proofs()
    open_ = [id_ for id_, r in REQUIREMENTS.items() if not r.deferred and not r.replaced and id_ not in proven]
    assert open_ == []


def test_no_demand_is_proven_and_put_off_at_once():
    both = [id_ for id_ in proofs() if REQUIREMENTS[id_].deferred or REQUIREMENTS[id_].replaced]
    assert both == []
    assert [id_ for id_, r in REQUIREMENTS.items() if r.deferred and r.replaced] == []


def test_all_demands_of_the_seeds_the_card_the_brief_and_beyond_are_there():
    counts = {"S0": 54, "S1": 83, "S2": 67, "S3": 76, "S4": 50, "C": 10, "B": 4, "F": 14}
    found = {area: sum(id_.startswith(area) for id_ in REQUIREMENTS) for area in counts}
    assert found == counts


def test_the_summary_counts_every_row_once():
    words = summary().split()
    assert int(words[1]) + int(words[3]) + int(words[5]) == int(words[7])
