"""What a visitor's page is and what can be done to it: the scene, actions, links.

Nothing here runs a model.
"""
