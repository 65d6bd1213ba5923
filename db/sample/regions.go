package sample

import "math/rand/v2"

// nationwide gives the weight of each region: by its population, with more where industry is.
func nationwide(regions []region) []float64 {
	weights := make([]float64, len(regions))
	for i, r := range regions {
		weights[i] = float64(r.Population)
		switch r.Code {
		case "MA-06":
			weights[i] *= 1.8
		case "MA-01":
			weights[i] *= 1.6
		}
	}
	return weights
}

// pickRegion picks by weight, and gives the place in the list.
func pickRegion(r *rand.Rand, weights []float64) int {
	sum := 0.0
	for _, weight := range weights {
		sum += weight
	}
	at := r.Float64() * sum
	for i, weight := range weights {
		if at -= weight; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}
