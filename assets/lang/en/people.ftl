### People: names and profiles.

people-shown-name = Name that others see
