"""Models as pydantic makes them, on pydantic's own validator, without the rest of the library.

What checks and writes values is `pydantic_core`, a compiled library that is loaded in two
milliseconds. The Python around it takes sixty to load and to make our models, a fifth of the time
until a document was open, for much that they do not use. Here is the part that they do use: the
same names, the same errors at the same places. Where anything else is asked for, a TypeError says
so when the model is made. mypy is told that these are pydantic's, and a test makes every model of
the program with pydantic itself and compares what each is checked and written by.

Nobody joins in from outside: pydantic looks for plugins in every installed package, this does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel as BaseModel
    from pydantic import ConfigDict as ConfigDict
    from pydantic import Field as Field
    from pydantic import StringConstraints as StringConstraints
    from pydantic import TypeAdapter as TypeAdapter
    from pydantic import ValidationError as ValidationError
    from pydantic import model_validator as model_validator
    from pydantic_core import ErrorDetails as ErrorDetails
    from pydantic_core import from_json as from_json
    from pydantic_core import to_json as to_json
else:
    from nttp_readiness.plain_models.core import ValidationError as ValidationError
    from nttp_readiness.plain_models.core import from_json as from_json
    from nttp_readiness.plain_models.core import to_json as to_json
    from nttp_readiness.plain_models.fields import Field as Field
    from nttp_readiness.plain_models.fields import StringConstraints as StringConstraints
    from nttp_readiness.plain_models.fields import model_validator as model_validator
    from nttp_readiness.plain_models.model import BaseModel as BaseModel
    from nttp_readiness.plain_models.model import TypeAdapter as TypeAdapter

    ConfigDict = dict
    ErrorDetails = dict
