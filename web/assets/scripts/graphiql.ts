// The API explorer at /graphql: GraphiQL against this site's own address, by POST and over graphql-transport-ws. A bundle
// of its own, because no other page should carry its weight.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/graphiql.css";

const welcome = `# Fold the docs out on the left to see everything that can be asked.
# Sign in to the site first to act as yourself, or add a header: {"Authorization": "Bearer TOKEN"}
query Ideas {
  ideas(first: 5, orderBy: TRENDING) {
    nodes {
      number
      title
      tally {
        support
        oppose
        comments
      }
    }
  }
}
`;

const place = document.getElementById("explorer");
if (place) {
  const socket = new URL("/graphql/ws", location.href);
  socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";
  const fetcher = createGraphiQLFetcher({ url: "/graphql", wsClient: createClient({ url: socket.href, lazy: true }) });
  place.replaceChildren();
  place.className = "explorer";
  document.body.className = "explorer-body";
  createRoot(place).render(createElement(GraphiQL, { fetcher, defaultQuery: welcome }));
}
