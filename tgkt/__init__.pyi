from tgkt.api.answer import Answer as Answer
from tgkt.api.data import Data as Data
from tgkt.api.load import load as load
from tgkt.api.load import validate as validate
from tgkt.api.validity import Validity as Validity
from tgkt.errors import DataError as DataError
from tgkt.errors import NotationError as NotationError
from tgkt.errors import Problem as Problem
from tgkt.errors import TgktError as TgktError
from tgkt.errors import UnitError as UnitError
from tgkt.errors import UsageError as UsageError

__version__: str
__all__: list[str]
