"""Checking a password that comes from outside: counted first, hashed outside of any transaction, two at a time."""

from datetime import datetime

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from comity.accounts import passwords, service
from comity.accounts.service import Guess, Visitor, WrongPassword
from comity.accounts.throttles import household
from comity.web import in_transaction


async def checked(request: Request, *, email: str, password: str, now: datetime) -> Guess:
    """Return a guess that was right, to be accepted in the transaction it is for.

    Raises WrongPassword, TooMany.
    """
    guess = await in_transaction(request, service.begin_guess, visitor_of(request), email=email, now=now)
    async with request.app.state.hashing:
        if not await run_in_threadpool(passwords.is_right, password, guess.password_hash):
            raise WrongPassword
    return guess


async def hashed(request: Request, password: str) -> str:
    """Return what is stored of a new password."""
    async with request.app.state.hashing:
        return await run_in_threadpool(passwords.hash_password, password)


def visitor_of(request: Request) -> Visitor:
    """Return from where a request comes."""
    host = request.client.host if request.client else ""
    return Visitor(household(host), request.headers.get("User-Agent", ""))
