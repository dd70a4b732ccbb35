"""The one error a user may see: a sentence in Indonesian, without a traceback."""


class UserError(Exception):
    """What happened, where, and what to do, in one or two sentences. Anything else is a bug and flies."""


class AccessError(UserError):
    """The account may not do this. Raised by the function that acts, not only by the screen."""


# Of what is no UserError; the cause is in the log.
KESALAHAN = "Terjadi kesalahan pada sistem. Coba sekali lagi; bila berulang, sampaikan waktu ini kepada admin: {}."
