"""The methods of the Bot API that the sandbox has, by name in small letters: names are matched in any case."""

from bot.sandbox.methods import account, editing, sending
from bot.sandbox.methods.account import Method

METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": account.get_me,
        "logOut": account.log_out,
        "close": account.close,
        "getFile": account.get_file,
        "getChat": account.get_chat,
        "getChatMember": account.get_chat_member,
        "setChatMenuButton": account.set_chat_menu_button,
        "getChatMenuButton": account.get_chat_menu_button,
        "setMyName": account.set_profile("name"),
        "getMyName": account.get_profile("name"),
        "setMyDescription": account.set_profile("description"),
        "getMyDescription": account.get_profile("description"),
        "setMyShortDescription": account.set_profile("short_description"),
        "getMyShortDescription": account.get_profile("short_description"),
        "sendMessage": sending.send_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": account.answer_callback_query,
        "setMyCommands": account.set_my_commands,
        "getMyCommands": account.get_my_commands,
        "deleteMyCommands": account.delete_my_commands,
    }.items()
}
