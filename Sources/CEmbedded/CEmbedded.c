// Files the program serves or checks against, inside the binary: one C file for each group of them.
#include "CEmbedded.h"
