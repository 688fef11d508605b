"""The service proposal: what it costs, what it brings, what is missing, what was decided.

``sums`` has every sum, ``process`` the flow before and after, ``filling`` what the chain can fill,
``missing`` what no one has written yet, ``actions`` what one can do with it.
"""
