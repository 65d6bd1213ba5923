package registers

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// File is a register file that has been read: what it says, and where.
type File struct {
	Name string
	document
	faults  Faults
	anchors map[string]ast.Node
	defined map[string]map[string]*token.Position  // where each slug of each table is defined
	refs    []reference                            // every slug that points to a row, to be held against what is defined
	places  map[uintptr]*token.Position            // where each row stands, by its address
	byRow   map[uintptr][]reference                // the same, by the address of the row whose foreign key it is
	given   map[uintptr]map[string]*token.Position // where each key of a row stands, by the address of the row
	single  *singleRow                             // of a row that a revision writes
}

// reference is a slug that points to a row of a table. Into is the foreign key that it fills.
type reference struct {
	table, slug string
	at          *token.Position
	into        reflect.Value
}

// Read reads a register file and checks all in it that needs no other file. It never stops at the first fault; Check
// gives them.
func Read(name string, data []byte) *File {
	f := newFile(name)
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if line := brokenLine(data); line > 0 {
		f.fault(&token.Position{Line: line, Column: 1}, "the line isn't UTF-8; save the file as UTF-8")
		return f
	}
	parsed, err := parser.ParseBytes(data, 0)
	if err != nil {
		f.faults = append(f.faults, syntaxFault(name, err))
		return f
	}
	start := &token.Position{Line: 1, Column: 1}
	if len(parsed.Docs) != 1 || parsed.Docs[0].Body == nil {
		f.fault(start, "one YAML document is expected, found %d", len(parsed.Docs))
		return f
	}
	f.read(parsed.Docs[0].Body, reflect.ValueOf(&f.document).Elem(), "", "")
	return f
}

func newFile(name string) *File {
	return &File{Name: name, anchors: map[string]ast.Node{}, defined: map[string]map[string]*token.Position{},
		places: map[uintptr]*token.Position{}, byRow: map[uintptr][]reference{}, given: map[uintptr]map[string]*token.Position{}}
}

// brokenLine gives the number of the first line that isn't UTF-8; 0 when all are.
func brokenLine(data []byte) int {
	for i, line := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(line) {
			return i + 1
		}
	}
	return 0
}

func syntaxFault(name string, err error) Fault {
	fault := Fault{File: name, Line: 1, Column: 1, Message: "not YAML: " + err.Error()}
	var positioned interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if as(err, &positioned) && positioned.GetToken() != nil {
		at := positioned.GetToken().Position
		fault.Line, fault.Column, fault.Message = at.Line, at.Column, "not YAML: "+positioned.GetMessage()
	}
	return fault
}

func (f *File) fault(at *token.Position, format string, args ...any) {
	f.faultFor("", at, format, args...)
}

// faultFor is fault with the reason.
func (f *File) faultFor(reason string, at *token.Position, format string, args ...any) {
	f.faults = append(f.faults, Fault{File: f.Name, Line: at.Line, Column: at.Column, Message: fmt.Sprintf(format, args...), Reason: reason})
}

// plain follows anchors and aliases to the node that holds the value.
func (f *File) plain(node ast.Node) ast.Node {
	switch n := node.(type) {
	case *ast.AnchorNode:
		f.anchors[n.Name.GetToken().Value] = n.Value
		return f.plain(n.Value)
	case *ast.AliasNode:
		if target, ok := f.anchors[n.Value.GetToken().Value]; ok {
			return f.plain(target)
		}
		f.fault(n.GetToken().Position, "*%s stands for nothing: no &%s comes before it", n.Value.GetToken().Value, n.Value.GetToken().Value)
		return nil
	}
	return node
}

// read fills into from a node. What says what the value is, in faults; rule names its form.
func (f *File) read(node ast.Node, into reflect.Value, what, rule string) {
	value := f.plain(node)
	if value == nil {
		return
	}
	at := placeOf(node)
	if into.Kind() == reflect.Pointer {
		into.Set(reflect.New(into.Type().Elem()))
		into = into.Elem()
	}
	_, textual := into.Addr().Interface().(encoding.TextUnmarshaler)
	switch {
	case textual, into.Kind() != reflect.Struct && into.Kind() != reflect.Slice:
		text, ok := scalar(value)
		if !ok {
			f.fault(at, "%s is %s; a single value is allowed here", what, kindOf(value))
			return
		}
		if err := setScalar(into, text, rule); err != nil {
			f.fault(at, "%s is %q: %v", what, text, err)
		}
	case into.Kind() == reflect.Slice:
		f.readList(value, into, what, at)
	default:
		f.readMapping(value, into, what, at)
	}
}

func (f *File) readList(node ast.Node, into reflect.Value, what string, at *token.Position) {
	sequence, ok := node.(*ast.SequenceNode)
	if !ok {
		f.fault(at, "%s is %s; a list is allowed here", what, kindOf(node))
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(sequence.Values), len(sequence.Values)))
	for i, item := range sequence.Values {
		if row := into.Index(i); row.Kind() == reflect.Struct {
			setPosition(row, i+1)
		}
		f.read(item, into.Index(i), strings.TrimSuffix(what, "s"), "")
	}
}

// placeOf gives where a node begins: a mapping written without braces begins with its first key.
func placeOf(node ast.Node) *token.Position {
	if mapping, ok := node.(*ast.MappingNode); ok && !mapping.IsFlowStyle && len(mapping.Values) > 0 {
		return mapping.Values[0].Key.GetToken().Position
	}
	return node.GetToken().Position
}

// kindOf says in words what a node is.
func kindOf(node ast.Node) string {
	switch node.(type) {
	case *ast.SequenceNode:
		return "a list"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping of keys to values"
	case *ast.NullNode:
		return "empty"
	}
	return fmt.Sprintf("%q", node.GetToken().Value)
}
