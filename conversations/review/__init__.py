"""The review desk: coordinators read, comment, ask for changes and decide; authors answer with a revision."""
