"""The Bot API over HTTP: addresses, tokens, answers, and the injected faults."""

import asyncio
import re
import secrets
from collections.abc import Awaitable

from aiohttp import web

from bot.sandbox import account_methods, message_methods
from bot.sandbox.account_methods import Method
from bot.sandbox.delivery import Polling, Webhook
from bot.sandbox.fault_injection import FaultInjection
from bot.sandbox.files import UploadLimit
from bot.sandbox.http import Answer, failure, faulty_answer, read_params, success
from bot.sandbox.params import (
    LOGGED_OUT,
    METHOD_NOT_FOUND,
    NOT_FOUND,
    TOKEN_MALFORMED,
    TOO_LARGE,
    UNAUTHORIZED,
    WEBHOOK_ACTIVE,
    WEBHOOK_SET,
    Json,
    Params,
    Refusal,
    RefusalError,
)
from bot.sandbox.views import Call
from bot.sandbox.world import World

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,70}", re.ASCII)

DOWNLOAD = "download"

# The methods by their names in small letters, because the Bot API takes any case.
METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": account_methods.get_me,
        "logOut": account_methods.log_out,
        "close": account_methods.close,
        "getFile": account_methods.get_file,
        "getChat": account_methods.get_chat,
        "getChatMember": account_methods.get_chat_member,
        "setChatMenuButton": account_methods.set_chat_menu_button,
        "getChatMenuButton": account_methods.get_chat_menu_button,
        "setMyName": account_methods.set_profile("name"),
        "getMyName": account_methods.get_profile("name"),
        "setMyDescription": account_methods.set_profile("description"),
        "getMyDescription": account_methods.get_profile("description"),
        "setMyShortDescription": account_methods.set_profile("short_description"),
        "getMyShortDescription": account_methods.get_profile("short_description"),
        "sendMessage": message_methods.send_message,
        "sendDocument": message_methods.send_document,
        "sendPhoto": message_methods.send_photo,
        "sendChatAction": message_methods.send_chat_action,
        "editMessageText": message_methods.edit_message_text,
        "editMessageCaption": message_methods.edit_message_caption,
        "editMessageReplyMarkup": message_methods.edit_message_reply_markup,
        "deleteMessage": message_methods.delete_message,
        "deleteMessages": message_methods.delete_messages,
        "answerCallbackQuery": account_methods.answer_callback_query,
        "setMyCommands": account_methods.set_my_commands,
        "getMyCommands": account_methods.get_my_commands,
        "deleteMyCommands": account_methods.delete_my_commands,
    }.items()
}


class Server:
    """Answers the calls of one bot, and lists them in `calls`."""

    def __init__(self, world: World, webhook: Webhook) -> None:
        self.world = world
        self.webhook = webhook
        self.polling = Polling(world)
        self.faults = FaultInjection(world.updates.redeliver)
        self.calls: list[Call] = []
        self._upload_limit = UploadLimit(world.clock)

    def add_routes(self, app: web.Application) -> None:
        """Add the Bot API's addresses to a site."""
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self.answer)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)
        app.router.add_route("*", "/bot{rest:.*}", self.unknown_address)

    async def unknown_address(self, _request: web.Request) -> web.StreamResponse:
        """Answer an address that is not one of a method."""
        return failure(NOT_FOUND).response()

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Answer with the content of a file; for faults its method is called ``download``."""
        wrong = self.wrong_token(request.match_info["token"])
        content = self.world.files.content(request.match_info["path"])
        if wrong or content is None:
            return failure(wrong or NOT_FOUND).response()
        await asyncio.sleep(self.faults.delay(DOWNLOAD, ""))
        fault = self.faults.next(DOWNLOAD, "")
        if fault is None:
            return web.Response(body=content, content_type="application/octet-stream")
        if fault.kind in ("flood", "fail"):
            return faulty_answer(fault).response()
        return await break_off(request, content if fault.kind == "drop_after" else b"")

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a call, or close the connection if a fault does so."""
        wrong = self.wrong_token(request.match_info["token"])
        if wrong:
            return failure(wrong).response()
        method = request.match_info["method"]
        try:
            params = await read_params(request)
        except web.HTTPRequestEntityTooLarge:
            return self.record(method, Params(), failure(TOO_LARGE)).response()
        except RefusalError as error:
            return self.record(method, Params(), failure(error.refusal)).response()
        answer = await self.answer_with_faults(method, params)
        return answer.response() if answer else hang_up(request)

    def wrong_token(self, token: str) -> Refusal | None:
        """Return the refusal of a token, None if it is this bot's."""
        if not TOKEN.fullmatch(token):
            return TOKEN_MALFORMED
        return None if secrets.compare_digest(token.encode(), self.world.token.encode()) else UNAUTHORIZED

    async def answer_with_faults(self, method: str, params: Params) -> Answer | None:
        """Return the answer to a call with its fault, None if the connection is lost."""
        chat_id = params.text("chat_id")
        delay = self.faults.delay(method, chat_id)
        if delay:
            await asyncio.sleep(delay)
        fault = self.faults.next(method, chat_id)
        if fault is None:
            return self.record(method, params, await self.respond(method, params))
        if fault.kind == "drop_before":
            self.record(method, params, Answer(0, {}), dropped=True)
            return None
        if fault.kind == "drop_after":
            self.record(method, params, await self.respond(method, params), dropped=True)
            return None
        return self.record(method, params, faulty_answer(fault))

    async def respond(self, method: str, params: Params) -> Answer:
        """Carry out a call."""
        try:
            return success(await self.call(method.lower(), params))
        except RefusalError as error:
            return failure(error.refusal)

    async def call(self, method: str, params: Params) -> object:
        """Return the result of a method; RefusalError if it is refused."""
        if self.world.logged_out:
            raise RefusalError(LOGGED_OUT)
        receiving = self.receiving(method, params)
        if receiving is not None:
            return await receiving
        if method not in METHODS:
            raise RefusalError(METHOD_NOT_FOUND)
        self._upload_limit.check(params)
        return METHODS[method](self.world, params)

    def receiving(self, method: str, params: Params) -> Awaitable[object] | None:
        """Return the call of a method that receives updates or sets the webhook, None for all others."""
        if method == "getupdates":
            return self.get_updates(params)
        if method in ("setwebhook", "deletewebhook"):
            return self.set_webhook(method, params)
        return self.webhook_info() if method == "getwebhookinfo" else None

    async def get_updates(self, params: Params) -> list[Json]:
        """Return updates, unless they go to a webhook."""
        if self.webhook.setting.url:
            raise RefusalError(WEBHOOK_ACTIVE)
        return await self.polling.get_updates(params)

    async def set_webhook(self, method: str, params: Params) -> bool:
        """Set or delete the webhook."""
        if method == "deletewebhook" or not params.text("url"):
            return await self.webhook.delete(params)
        await self.webhook.set(params)
        self.polling.end(WEBHOOK_SET)
        return True

    async def webhook_info(self) -> Json:
        """Return how the webhook stands."""
        return self.webhook.info()

    def record(self, method: str, params: Params, answer: Answer, *, dropped: bool = False) -> Answer:
        """Add a call and its answer to the list; return the answer."""
        files = {name: f"{upload.name} ({len(upload.content)} bytes)" for name, upload in params.uploads.items()}
        shown = dict(params.values) | files
        self.calls.append(Call(method, shown, answer.status, answer.body, self.world.clock(), dropped))
        self.world.pulse.beat()
        return answer


async def break_off(request: web.Request, content: bytes) -> web.StreamResponse:
    """Close the connection in the middle of a file."""
    response = web.StreamResponse(headers={"Content-Length": str(max(len(content), 1))})
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    return hang_up(request)


def hang_up(request: web.Request) -> web.Response:
    """Close the connection; aiohttp wants a response, which nobody gets."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
