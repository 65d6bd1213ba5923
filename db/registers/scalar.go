package registers

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"mithaq/db"
)

func as[T any](err error, target *T) bool { return errors.As(err, target) }

// scalar gives the text of a single value as it stands in the file.
func scalar(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// setScalar reads a text into a value by the value's own type. The error says what is allowed.
func setScalar(into reflect.Value, text, rule string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("a value is needed")
	}
	if strings.ContainsRune(text, 0) {
		return errors.New("a text holds no NUL")
	}
	if check, ok := db.Rules[rule]; ok {
		kept, err := check(text)
		into.SetString(kept)
		return err
	}
	switch v := into.Addr().Interface().(type) {
	case encoding.TextUnmarshaler:
		return v.UnmarshalText([]byte(text))
	case interface{ Values() []string }:
		if !slices.Contains(v.Values(), text) {
			return fmt.Errorf("allowed are %s", list(v.Values()))
		}
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(text)
	case reflect.Bool:
		if text != "true" && text != "false" {
			return errors.New("allowed are true and false")
		}
		into.SetBool(text == "true")
	case reflect.Int, reflect.Int64:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return errors.New("a whole number is allowed here")
		}
		into.SetInt(n)
	default:
		return fmt.Errorf("a register file can't hold a %s", into.Type())
	}
	return nil
}
