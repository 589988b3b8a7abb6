"""Holds requests against the types of the official clients, and the test server's answers against the clients themselves.

Arguments: the server's address. Prints what is wrong; nothing where all is well.
"""

import json
import sys
import urllib.request

import anthropic
import openai
import pydantic
from anthropic.types.message_create_params import MessageCreateParamsStreaming
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming

KEY = "test-key-4711"


def check(kind, body):
    known = set()
    for base in kind.__mro__ if hasattr(kind, "__mro__") else [kind]:
        known |= set(getattr(base, "__annotations__", {}))
    unknown = set(body) - known
    if unknown:
        print(f"{kind.__name__} has no {unknown}")
    try:
        pydantic.TypeAdapter(kind).validate_python(body)
    except pydantic.ValidationError as error:
        print(error)


def main(address):
    requests = json.load(urllib.request.urlopen(address + "/requests"))
    seen = set()
    for request in requests:
        is_messages = request["path"].endswith("/messages")
        seen.add(is_messages)
        check(MessageCreateParamsStreaming if is_messages else CompletionCreateParamsStreaming, request["body"])
        headers = {name.lower() for name in request["headers"]}
        if not {"x-api-key", "anthropic-version"} <= headers if is_messages else "authorization" not in headers:
            print(f"headers are missing: {sorted(headers)}")
    if seen != {True, False}:
        print("there were no requests of both kinds")

    question = [{"role": "user", "content": "?"}]
    with openai.OpenAI(base_url=address + "/v1", api_key=KEY, max_retries=0) as client:
        whole = client.chat.completions.create(model="whole", messages=question)
        stream = client.chat.completions.create(model="good", messages=question, stream=True)
        text = "".join(piece.choices[0].delta.content or "" for piece in stream if piece.choices)
        if json.loads(text) != json.loads(whole.choices[0].message.content):
            print("openai: the streamed answer is not the whole one")
        try:
            client.chat.completions.create(model="busy", messages=question)
        except openai.RateLimitError:
            pass
    with anthropic.Anthropic(base_url=address, api_key=KEY, max_retries=0) as client:
        whole = client.messages.create(model="whole", max_tokens=10, messages=question)
        with client.messages.stream(model="good", max_tokens=10, messages=question) as stream:
            text = "".join(stream.text_stream)
        if json.loads(text) != json.loads(whole.content[-1].text):
            print("anthropic: the streamed answer is not the whole one")
        try:
            client.messages.create(model="overloaded", max_tokens=10, messages=question)
        except anthropic.APIStatusError:
            pass


main(sys.argv[1])
