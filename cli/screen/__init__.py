"""What a person or a script sees: formats, tables, pages, the shapes of the contract, and text made safe."""
