import json
from urllib.request import Request, urlopen

QUERY = """
query Partners($after: String) {
  partners(first: 100, after: $after) {
    nodes { slug name(language: FR) }
    pageInfo { hasNextPage endCursor }
  }
}
"""


def ask(variables):
    body = json.dumps({"query": QUERY, "variables": variables}).encode()
    headers = {"content-type": "application/json"}
    with urlopen(Request("http://localhost:8080/graphql", body, headers)) as response:
        answer = json.load(response)
    if "errors" in answer:
        error = answer["errors"][0]
        raise SystemExit(f"{error['extensions']['code']}: {error['message']}")
    return answer["data"]["partners"]


after, more = None, True
while more:
    page = ask({"after": after})
    for partner in page["nodes"]:
        print(partner["slug"], partner["name"])
    after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
