"""The admins' part: exports, people and their roles, invitations, the audit log."""
