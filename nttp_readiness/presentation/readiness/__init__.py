"""Reflecting, checking, where we stand, and every working."""
