"""The review: coordinators read, comment, request changes and decide; authors reply and send a revision."""
