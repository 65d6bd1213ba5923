package sample

import "math"

// shareOut says how many jobs and project holders each convention is to have: a few have much, most have little, one
// delivers more than it promised, and one nothing.
func (w *world) shareOut() {
	var open []*accord
	for _, a := range w.accords {
		a.progress = 0.2 + w.rand.Float64()*0.85
		if len(a.bodies) > 0 && a.row.Status != "SIGNED" && a.on < today-400 {
			open = append(open, a)
		}
	}
	nothing := open[len(open)-1]
	nothing.progress = nothingCame
	open = open[:len(open)-1]
	open[2].progress = overDelivering
	for i, n := range apportion(w.options.Jobs, zipf(len(open))) {
		open[i].jobs = n
	}
	var welcoming []*accord
	for i, a := range open {
		if i%2 == 1 || a.bodies[0].row.Kind != "COMPANY" {
			welcoming = append(welcoming, a)
		}
	}
	for i, n := range apportion(w.options.Holders, zipf(len(welcoming))) {
		welcoming[i].holders = n
	}
}

// zipf gives weights of which each is a little smaller than the one before it.
func zipf(n int) []float64 {
	weights := make([]float64, n)
	for i := range weights {
		weights[i] = 1 / math.Pow(float64(i+1), 0.9)
	}
	return weights
}

// apportion shares a number out by weight; the parts are whole and add up to it.
func apportion(total int, weights []float64) []int {
	sum := 0.0
	for _, weight := range weights {
		sum += weight
	}
	parts, given, reached := make([]int, len(weights)), 0, 0.0
	for i, weight := range weights {
		reached += weight
		parts[i] = int(math.Round(float64(total)*reached/sum)) - given
		given += parts[i]
	}
	return parts
}
