package graph_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// narrowing finds what a client that was written by one schema could no longer do by another.
type narrowing struct {
	today    time.Time
	old, new *ast.Schema
	found    []string
}

// narrowed says what a schema lacks, or holds narrower, of one that was published. What was published as @deprecated a
// year ago may be missing: its reason begins with its date.
func narrowed(published, now *ast.Schema, today time.Time) []string {
	n := &narrowing{today: today, old: published, new: now}
	for name, was := range published.Types {
		if was.BuiltIn {
			continue
		}
		is := now.Types[name]
		switch {
		case is == nil && !n.mayGo(name):
			n.say("the type %s is gone", name)
		case is == nil:
		case is.Kind != was.Kind:
			n.say("%s was %s and is %s", name, was.Kind, is.Kind)
		default:
			n.members(was, is)
		}
	}
	for name, was := range published.Directives {
		switch is := now.Directives[name]; {
		case is == nil:
			n.say("the directive @%s is gone", name)
		default:
			n.arguments("@"+name, was.Arguments, is.Arguments)
		}
	}
	slices.Sort(n.found)
	return n.found
}

func (n *narrowing) say(format string, args ...any) {
	n.found = append(n.found, fmt.Sprintf(format, args...))
}

// expired tells whether something was deprecated, with a date that is a year ago.
func (n *narrowing) expired(directives ast.DirectiveList) bool {
	since, ok := deprecatedSince(directives)
	return ok && !since.AddDate(1, 0, 0).After(n.today)
}

// deprecatedSince reads the date with which the reason of a deprecation begins.
func deprecatedSince(directives ast.DirectiveList) (time.Time, bool) {
	deprecated := directives.ForName("deprecated")
	if deprecated == nil {
		return time.Time{}, false
	}
	reason := deprecated.Arguments.ForName("reason")
	if reason == nil || len(reason.Value.Raw) < len(time.DateOnly) {
		return time.Time{}, false
	}
	since, err := time.Parse(time.DateOnly, reason.Value.Raw[:len(time.DateOnly)])
	return since, err == nil
}

// mayGo tells of a type, which can't be deprecated itself, that all that led to it could go.
func (n *narrowing) mayGo(name string) bool {
	led := false
	for _, definition := range n.old.Types {
		for _, field := range definition.Fields {
			if field.Type.Name() == name {
				if led = true; !n.expired(field.Directives) {
					return false
				}
			}
			for _, argument := range field.Arguments {
				if argument.Type.Name() == name && !n.expired(argument.Directives) && !n.expired(field.Directives) {
					return false
				}
				led = led || argument.Type.Name() == name
			}
		}
	}
	return led
}

func (n *narrowing) members(was, is *ast.Definition) {
	for _, name := range was.Interfaces {
		if !slices.Contains(is.Interfaces, name) {
			n.say("%s implements %s no more", was.Name, name)
		}
	}
	for _, name := range was.Types {
		if !slices.Contains(is.Types, name) {
			n.say("%s is of the union %s no more", name, was.Name)
		}
	}
	for _, value := range was.EnumValues {
		if is.EnumValues.ForName(value.Name) == nil && !n.expired(value.Directives) {
			n.say("the value %s.%s is gone", was.Name, value.Name)
		}
	}
	if was.Kind == ast.InputObject {
		n.arguments(was.Name, asArguments(was.Fields), asArguments(is.Fields))
		return
	}
	for _, field := range was.Fields {
		n.field(was.Name+"."+field.Name, field, is.Fields.ForName(field.Name))
	}
}

func (n *narrowing) field(name string, was, is *ast.FieldDefinition) {
	switch {
	case is == nil && !n.expired(was.Directives):
		n.say("the field %s is gone", name)
	case is == nil:
	case !fits(is.Type, was.Type):
		n.say("%s was %s and is %s", name, was.Type, is.Type)
	default:
		n.arguments(name, was.Arguments, is.Arguments)
	}
}

// asArguments sees the fields of an input as what they are to a client.
func asArguments(fields ast.FieldList) (list ast.ArgumentDefinitionList) {
	for _, f := range fields {
		list = append(list, &ast.ArgumentDefinition{Name: f.Name, Type: f.Type, DefaultValue: f.DefaultValue, Directives: f.Directives})
	}
	return list
}

func (n *narrowing) arguments(of string, was, is ast.ArgumentDefinitionList) {
	for _, old := range was {
		switch given := is.ForName(old.Name); {
		case given == nil && !n.expired(old.Directives):
			n.say("the argument %s(%s:) is gone", of, old.Name)
		case given == nil:
		case !fits(old.Type, given.Type):
			n.say("%s(%s:) took %s and takes %s", of, old.Name, old.Type, given.Type)
		case preset(old) != preset(given):
			n.say("%s(%s:) was %q by default and is %q", of, old.Name, preset(old), preset(given))
		}
	}
	for _, given := range is {
		if was.ForName(given.Name) == nil && given.Type.NonNull && given.DefaultValue == nil {
			n.say("%s(%s:) is new and required", of, given.Name)
		}
	}
}

func preset(argument *ast.ArgumentDefinition) string {
	if argument.DefaultValue == nil {
		return ""
	}
	return argument.DefaultValue.String()
}

// fits tells whether every value of a type is one of another.
func fits(narrow, wide *ast.Type) bool {
	if wide.NonNull && !narrow.NonNull {
		return false
	}
	if wide.Elem == nil || narrow.Elem == nil {
		return wide.NamedType == narrow.NamedType && (wide.Elem == nil) == (narrow.Elem == nil)
	}
	return fits(narrow.Elem, wide.Elem)
}
