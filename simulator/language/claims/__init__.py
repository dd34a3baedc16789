"""What somebody could see: each claim in the school's words. A claim changes nothing."""
