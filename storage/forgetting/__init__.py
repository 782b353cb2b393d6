"""Forgetting: everything that the tables hold about a person is deleted, in the transaction of their turn."""

from storage.forgetting.carrying import carry_out, forget_from_outside
from storage.forgetting.leaver import Leaver
from storage.forgetting.updates import DELETABLE

__all__ = ["DELETABLE", "Leaver", "carry_out", "forget_from_outside"]
