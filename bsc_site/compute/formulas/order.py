"""Order: which formulas can be computed, which go round in a circle, and which cannot be read."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.compute.formulas.condition_names import CONDITION_NAMES
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.formula_grammar.parse import FormulaNode, parse
from bsc_site.model.formula_grammar.tokens import FormulaError, UnknownNameError
from bsc_site.model.problem import Chain, Finding, Names
from bsc_site.model.rules.formulas import COARSER_IN_FORMULA, FORMULA_LEADS_BACK, IN_A_RULE, NAMES_NO_KPI
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Formulas:
    """The trees of all formulas that can be computed, by KPI id, and what is wrong with the others."""

    trees: Mapping[str, FormulaNode]
    findings: tuple[Finding, ...]


def read_formulas(kpis: Mapping[str, Kpi]) -> Formulas:
    """Every formula KPI's tree; broken ones, circles and formulas built on a coarser KPI are findings instead."""
    trees: dict[str, FormulaNode] = {}
    findings: list[Finding] = []
    names = frozenset(kpis)
    for kpi in kpis.values():
        findings += _rule_findings(kpi)
        if kpi.formula is None:
            continue
        tree = _tree_of(kpi, names)
        if isinstance(tree, Finding):
            findings.append(tree)
        else:
            trees[kpi.id] = tree
            findings += _coarser(kpi, tree, kpis)
    circles, going_round = _circles(trees)
    bad = going_round | {finding.element.removeprefix("kpi/") for finding in findings}
    return Formulas({name: tree for name, tree in trees.items() if name not in bad}, (*findings, *circles))


def _tree_of(kpi: Kpi, names: frozenset[str]) -> FormulaNode | Finding:
    try:
        tree = parse(kpi.formula or "", names)
    except FormulaError as error:
        return Finding(f"kpi/{kpi.id}", "formula", _code(error), error.sentence, error.figures)
    if not tree.names:
        return Finding(f"kpi/{kpi.id}", "formula", "BSC408", NAMES_NO_KPI)
    return tree


def _rule_findings(kpi: Kpi) -> list[Finding]:
    findings = []
    for index, rule in enumerate(kpi.scoring.rules):
        try:
            parse(rule.when, CONDITION_NAMES)
        except FormulaError as error:
            sentence, figures = error.sentence, error.figures
            if isinstance(error, UnknownNameError):
                sentence, figures = IN_A_RULE[sentence], (*figures, ("allowed", Names(tuple(sorted(CONDITION_NAMES)))))
            key = f"scoring.rules[{index}].when"
            findings.append(Finding(f"kpi/{kpi.id}", key, _code(error), sentence, figures))
    return findings


def _code(error: FormulaError) -> str:
    return "BSC402" if isinstance(error, UnknownNameError) else "BSC401"


def _coarser(kpi: Kpi, tree: FormulaNode, kpis: Mapping[str, Kpi]) -> list[Finding]:
    coarser = [name for name in sorted(tree.names) if kpis[name].frequency.rank > kpi.frequency.rank]
    return [
        Finding(
            f"kpi/{kpi.id}",
            "formula",
            "BSC404",
            COARSER_IN_FORMULA,
            (("name", name), ("frequency", kpis[name].frequency), ("own", kpi.frequency)),
        )
        for name in coarser
    ]


def _circles(trees: Mapping[str, FormulaNode]) -> tuple[list[Finding], set[str]]:
    """One finding for each circle with its whole chain, and every KPI that stands on one."""
    findings: list[Finding] = []
    going_round: set[str] = set()
    done: set[str] = set()
    for start in trees:
        for chain in _chains_back(start, trees, done):
            if not going_round.intersection(chain):
                way = Chain((*chain, chain[0]))
                findings.append(Finding(f"kpi/{chain[0]}", "formula", "BSC403", FORMULA_LEADS_BACK, (("chain", way),)))
            going_round.update(chain)
    return findings, going_round


def _chains_back(start: str, trees: Mapping[str, FormulaNode], done: set[str]) -> list[list[str]]:
    """Every chain below `start` that leads back to its own beginning; walks without recursion, each KPI once."""
    chains: list[list[str]] = []
    path: list[str] = []
    waiting = [(start, False)]
    while waiting:
        name, leaving = waiting.pop()
        if leaving:
            done.add(path.pop())
        elif name in path:
            chains.append(path[path.index(name) :])
        elif name not in done and name in trees:
            path.append(name)
            waiting.append((name, True))
            waiting += [(each, False) for each in sorted(trees[name].names, reverse=True)]
    return chains
