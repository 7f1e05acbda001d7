"""The script that made the demo's figures still makes them, byte for byte."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    subprocess.run([sys.executable, str(DATA / "make_data.py"), "--out", str(folder)], check=True)
    return folder


def test_the_script_makes_every_data_file_and_no_other(made: Path) -> None:
    kept = {path.name for path in DATA.iterdir() if path.suffix in {".csv", ".json", ".xlsx"}}
    assert {path.name for path in made.iterdir()} == kept


@pytest.mark.parametrize(
    "name", sorted(path.name for path in DATA.iterdir() if path.suffix in {".csv", ".json", ".xlsx"})
)
def test_the_script_makes_the_same_bytes(made: Path, name: str) -> None:
    assert (made / name).read_bytes() == (DATA / name).read_bytes()


def test_the_workbook_opens_in_a_reader_that_we_did_not_write() -> None:
    sheet = pd.read_excel(DATA / "warehouse.xlsx", sheet_name="Fulfilment")
    assert list(sheet.columns) == ["Month", "Orders shipped", "Shipped without error", "Hours to dispatch"]
    assert len(sheet) == 40


def test_the_accountants_and_the_shop_agree_on_revenue() -> None:
    accounts = pd.read_csv(DATA / "finance.csv", sep=";", decimal=",", thousands=".", encoding="cp1252", comment="#")
    with (DATA / "shop.csv").open(newline="") as file:
        shop = [float(row["value"]) for row in csv.DictReader(file) if row["kpi"] == "revenue"]
    assert accounts["Umsatzerlöse"].tolist() == shop


def test_the_warehouse_ships_what_the_shop_sells() -> None:
    sheet = pd.read_excel(DATA / "warehouse.xlsx", sheet_name="Fulfilment")
    shop = pd.read_csv(DATA / "shop.csv")
    assert sheet["Orders shipped"].tolist() == shop.loc[shop["kpi"] == "orders", "value"].astype(int).tolist()


def test_recommendation_follows_delivery_two_months_later() -> None:
    hours = pd.read_excel(DATA / "warehouse.xlsx", sheet_name="Fulfilment")["Hours to dispatch"]
    rows = pd.read_csv(DATA / "customers.csv")
    nps = rows.loc[rows["kpi"] == "nps", "value"].reset_index(drop=True)
    assert nps.diff().corr(hours.diff().shift(2)) < -0.7
