"""The child process of ``draw_apart``."""

from storage.pictures.apart import main

main()
