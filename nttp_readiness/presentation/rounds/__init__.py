"""Two rounds side by side, and the next one."""
