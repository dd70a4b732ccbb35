"""The screens' frame: the menu, who is signed in, and the few widgets that pages share."""
