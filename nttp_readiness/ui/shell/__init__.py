"""The one window: start page, menus, settings, and how documents come and go."""
