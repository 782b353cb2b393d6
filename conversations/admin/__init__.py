"""The office: what admins do in chat. Exports, people and their roles, invitations, the audit log."""
