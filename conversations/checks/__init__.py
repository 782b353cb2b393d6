"""What is worth a second look before a practice is submitted: advice to author and coordinators, never a gate."""
