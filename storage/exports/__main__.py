"""The child process of ``export_apart``."""

from storage.exports.apart import main

main()
