"""What people type, understood as they mean it: days, and letters that differ only in form."""
