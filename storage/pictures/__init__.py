"""Pictures of figures, drawn in a process of its own: the plotting library is imported there and nowhere else."""

from storage.pictures.job import CannotDraw, draw_apart
from storage.pictures.texts import figures

__all__ = ["CannotDraw", "draw_apart", "figures"]
