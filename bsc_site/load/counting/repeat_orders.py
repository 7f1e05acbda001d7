"""Repeat orders: which orders of a customer follow an earlier one within a window of time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.tables.columns import Flags
from bsc_site.model.fields import Duration
from bsc_site.model.value_class import dataclass

Numbers = NDArray[np.int64]
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}


def shifted(day: date, window: Duration, times: int = 1) -> date:
    """The day that lies a window later, or earlier with `times` -1, by the calendar.

    Where a month has no such day it is its last one: a month before 31 March is 29 February at the latest.
    """
    if window.unit in _DAYS:
        return day + timedelta(days=times * window.count * _DAYS[window.unit])
    months = day.year * 12 + day.month - 1 + times * window.count * _MONTHS[window.unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Orders:
    """Rows of orders: by row the customer and the order as numbers, the day as its ordinal and the second of the day.

    An order with several rows is there from the first of them on.
    """

    customer: Numbers
    order: Numbers
    day: Numbers
    second: Numbers

    def repeats(self, window: Duration) -> Flags:
        """For each row whether its customer had another order, earlier than its own and no longer ago than the window.

        Orders of the same moment are not earlier than one another; where no time of day is known that is the day.
        """
        moment = self.day * _SECONDS + self.second
        pairs, which = np.unique(np.stack([self.customer, self.order], axis=1), axis=0, return_inverse=True)
        which = which.reshape(-1)
        first = np.full(len(pairs), np.iinfo(np.int64).max)
        np.minimum.at(first, which, moment)
        return _follow(pairs[:, 0], first, window)[which]


_SECONDS = 86_400


def _follow(customer: Numbers, moment: Numbers, window: Duration) -> Flags:
    """For each order whether one of the same customer at an earlier moment lies within the window before it."""
    by_time = np.lexsort((moment, customer))
    customers, moments = customer[by_time], moment[by_time]
    new = np.ones(len(by_time), np.bool_)
    new[1:] = (customers[1:] != customers[:-1]) | (moments[1:] != moments[:-1])
    groups = np.cumsum(new) - 1
    begins = np.flatnonzero(new)
    follows = np.zeros(len(begins), np.bool_)
    if len(begins) > 1:
        same = customers[begins][1:] == customers[begins][:-1]
        days, before = moments[begins][1:] // _SECONDS, moments[begins][:-1] // _SECONDS
        follows[1:] = same & (before >= _earliest(days, window))
    found = np.zeros(len(by_time), np.bool_)
    found[by_time] = follows[groups]
    return found


def _earliest(days: Numbers, window: Duration) -> Numbers:
    distinct, which = np.unique(days, return_inverse=True)
    back = [shifted(date.fromordinal(day), window, -1).toordinal() for day in distinct.tolist()]
    return np.array(back, np.int64)[which]
