package graph_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"log/slog"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/graph/generated"
)

var (
	compared = flag.Int("compared", 300, "how many random documents are answered by both paths, on each register")
	seed     = flag.Uint64("seed", uint64(time.Now().UnixNano()), "what the random documents are made from")
)

// TestPlansAnswerAsResolversDo answers random documents by compiled reads and by resolvers, and compares the bytes.
func TestPlansAnswerAsResolversDo(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for name, d := range map[string]*db.DB{"sample": dbtest.Sample(t), "fictional": sampleRegister(t), "december": dbtest.Register(t)} {
		t.Run(name, func(t *testing.T) {
			quiet := slog.New(slog.DiscardHandler)
			plans, resolvers := graph.New(t.Context(), d, quiet, graph.Settings{Reads: "compiled", Cache: 1}), graph.New(t.Context(), d, quiet, graph.Settings{Reads: "resolvers"})
			random := newDocuments(schema, *seed)
			random.meet(t, resolvers)
			asked, answered := 0, 0
			for range *compared {
				document, variables := random.next()
				for range 2 {
					body, err := json.Marshal(map[string]any{"query": document, "variables": variables()})
					if err != nil {
						t.Fatal(err)
					}
					before := plans.Compiled()
					byPlan, byResolvers := post(plans, body), post(resolvers, body)
					planned := plans.Compiled() > before
					switch asked++; {
					case bytes.Contains(byResolvers, []byte(`"errors"`)):
					case !planned && !random.excused && !random.mistakes: // a mistake may stand where no row leads to
						t.Fatalf("-seed %d, document %d: no plan answers\n%s", *seed, asked, body)
					default:
						answered++
					}
					if !bytes.Equal(byPlan, byResolvers) {
						t.Fatalf("-seed %d, document %d:\n%s\n  plans:     %.1500s\n  resolvers: %.1500s", *seed, asked, body, byPlan, byResolvers)
					}
					random.learn(byResolvers)
				}
			}
			t.Logf("%d asked, %d answered without an error, %d by plans", asked, answered, plans.Compiled())
			if plans.Held() == 0 {
				t.Error("no row was held")
			}
			if answered < asked/2 || int(plans.Compiled()) < answered/2 {
				t.Errorf("of %d only %d were answered, %d by plans", asked, answered, plans.Compiled())
			}
		})
	}
}

var requestID = regexp.MustCompile(`"requestId":"[^"]*"`)

func post(h *graph.Handler, body []byte) []byte {
	request := httptest.NewRequest("POST", "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cache-Control", "no-cache")
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	return requestID.ReplaceAll(answer.Body.Bytes(), []byte(`"requestId":""`))
}

// meet learns names, ids and cursors of every root list.
func (d *documents) meet(t *testing.T, h *graph.Handler) {
	for _, f := range d.schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") || f.Arguments.ForName("first") == nil || f.Name == "search" {
			continue
		}
		arguments, name := "first: 20", ""
		if f.Name == "changes" {
			arguments = `since: "2000-01-01T00:00:00Z", first: 20`
		}
		row := d.schema.Types[d.schema.Types[f.Type.Name()].Fields.ForName("nodes").Type.Name()]
		if row.Fields.ForName("id") != nil {
			name = "id"
		}
		for _, known := range []string{"slug", "code"} {
			if row.Fields.ForName(known) != nil {
				name += " " + known
			}
		}
		body, _ := json.Marshal(map[string]string{"query": "{ " + f.Name + "(" + arguments + ") { edges { cursor node { __typename " + name + " } } } }"})
		answer := post(h, body)
		if bytes.Contains(answer, []byte(`"errors"`)) {
			t.Fatalf("%s: %s", f.Name, answer)
		}
		d.learn(answer)
	}
}
