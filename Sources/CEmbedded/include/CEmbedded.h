// Files the program serves or checks against, inside the binary.
