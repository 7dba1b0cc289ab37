"""Synapse policy of the closed care network.

Only the hub's bots create rooms, publish names for them and invite: a care team starts from a person's consent,
recorded in the hub, never from a client's "new room" button. Nobody is invited by e-mail or telephone number, and
nobody enters a room without an invitation.
"""

from typing import Any, Dict, Tuple, Union

from synapse.module_api import NOT_SPAM, JsonDict, ModuleApi
from synapse.module_api.errors import Codes, ConfigError

Verdict = Union[str, Codes, Tuple[Codes, JsonDict]]


class TsunagiPolicy:
    def __init__(self, config: Dict[str, str], api: ModuleApi) -> None:
        self._api = api
        self._bot = "@" + config["bot_prefix"]
        self._operator = f"@{config['operator']}:{api.server_name}"
        api.register_spam_checker_callbacks(
            user_may_create_room=self.user_may_create_room,
            user_may_invite=self.user_may_invite,
            user_may_send_3pid_invite=self.user_may_send_3pid_invite,
            user_may_create_room_alias=self.user_may_create_room_alias,
            user_may_publish_room=self.user_may_publish_room,
            user_may_join_room=self.user_may_join_room,
        )

    @staticmethod
    def parse_config(config: Dict[str, Any]) -> Dict[str, str]:
        for key in ("bot_prefix", "operator"):
            if not isinstance(config.get(key), str) or not config[key]:
                raise ConfigError(f"tsunagi_policy needs {key}")
        return config

    def _hub(self, user_id: str) -> bool:
        return user_id.startswith(self._bot) or user_id == self._operator

    def _hub_only(self, user_id: str) -> Verdict:
        return NOT_SPAM if self._hub(user_id) else Codes.FORBIDDEN

    async def user_may_create_room(self, user_id: str, room_config: JsonDict) -> Verdict:
        return self._hub_only(user_id)

    async def user_may_invite(self, inviter: str, invitee: str, room_id: str) -> Verdict:
        return self._hub_only(inviter)

    async def user_may_send_3pid_invite(self, inviter: str, medium: str, address: str, room_id: str) -> Verdict:
        return Codes.FORBIDDEN

    async def user_may_create_room_alias(self, user_id: str, room_alias: str) -> Verdict:
        return self._hub_only(user_id)

    async def user_may_publish_room(self, user_id: str, room_id: str) -> Verdict:
        return Codes.FORBIDDEN

    async def user_may_join_room(self, user_id: str, room_id: str, is_invited: bool) -> Verdict:
        if is_invited or self._hub(user_id) or await self._is_member(user_id, room_id):
            return NOT_SPAM
        return Codes.FORBIDDEN

    async def _is_member(self, user_id: str, room_id: str) -> bool:
        """Joining again where one is already is no entry."""
        events = await self._api.get_room_state(room_id, [("m.room.member", user_id)])
        member = events.get(("m.room.member", user_id))
        return member is not None and member.membership == "join"
