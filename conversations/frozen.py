"""What all stored data is made of."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Plain data that never changes and knows no extra fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
