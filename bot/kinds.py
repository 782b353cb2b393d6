"""Kinds of message and update, by the names that the Bot API gives them (10.3)."""

FILES = {
    "animation": "animation",
    "live_photo": "photo",
    "photo": "photo",
    "video": "video",
    "document": "document",
}
"""Kinds of file that are attachments; an animation and a live photo come with the plainer kind beside them."""

WORDLESS = {
    "sticker": "sticker",
    "voice": "voice message",
    "audio": "audio file",
    "video_note": "video message",
    "venue": "place",
    "location": "location",
    "contact": "contact",
    "poll": "poll",
    "dice": "dice",
    "game": "game",
    "story": "story",
    "invoice": "invoice",
    "checklist": "checklist",
    "paid_media": "paid post",
    "giveaway": "giveaway",
    "rich_message": "message without words",
    "text": "message without words",
}

SERVICE = frozenset(
    """new_chat_members left_chat_member chat_owner_left chat_owner_changed new_chat_title new_chat_photo
    delete_chat_photo group_chat_created supergroup_chat_created channel_chat_created
    message_auto_delete_timer_changed migrate_to_chat_id migrate_from_chat_id pinned_message successful_payment
    refunded_payment gift unique_gift gift_upgrade_sent connected_website write_access_allowed
    proximity_alert_triggered boost_added chat_background_set checklist_tasks_done checklist_tasks_added
    community_chat_added community_chat_joined community_chat_removed direct_message_price_changed
    forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened general_forum_topic_hidden
    general_forum_topic_unhidden giveaway_created giveaway_winners giveaway_completed managed_bot_created
    paid_message_price_changed poll_option_added poll_option_deleted suggested_post_approved
    suggested_post_approval_failed suggested_post_declined suggested_post_paid suggested_post_refunded
    video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited""".split()  # noqa: SIM905 - a list would fill the page
)
"""What Telegram itself says in a chat (Bot API 10.3, Message)."""

ELSEWHERE = frozenset(
    """channel_post edited_channel_post business_connection business_message edited_business_message
    deleted_business_messages guest_message message_reaction message_reaction_count inline_query
    chosen_inline_result shipping_query pre_checkout_query purchased_paid_media poll poll_answer chat_member
    chat_join_request chat_boost removed_chat_boost managed_bot subscription stopped_message_generation""".split()  # noqa: SIM905 - a list would fill the page
)
"""Kinds of update that are no message to the bot (Bot API 10.3, Update); it asks for none of them."""
